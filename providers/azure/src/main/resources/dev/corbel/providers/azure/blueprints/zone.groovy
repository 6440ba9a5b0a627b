// Azure has its zones already: a zone block only names one for the region to use.
